/**
 * The GS1 Barcode Syntax Dictionary (github.com/gs1/gs1-syntax-dictionary) as far as a packing desk meets it, in its own
 * words: identifiers, `*` where no separator has to follow, and the components of the value with what the desk checks of
 * them. Left out is what says how identifiers go together; components that differ only in such checks are written as one.
 */
const dictionary = `
00         * N18,csum
01-03      * N14,csum
10           X..20
11-13      * N6,yymmd0
15-17      * N6,yymmd0
20         * N2
21-22        X..20
235          X..28
240-241      X..30
242          N..6
243          X..20
250-251      X..30
253          N13,csum [X..17]
254          X..20
255          N13,csum [N..12]
30           N..8
3100-3105  * N6
3110-3115  * N6
3120-3125  * N6
3130-3135  * N6
3140-3145  * N6
3150-3155  * N6
3160-3165  * N6
3200-3205  * N6
3210-3215  * N6
3220-3225  * N6
3230-3235  * N6
3240-3245  * N6
3250-3255  * N6
3260-3265  * N6
3270-3275  * N6
3280-3285  * N6
3290-3295  * N6
3300-3305  * N6
3310-3315  * N6
3320-3325  * N6
3330-3335  * N6
3340-3345  * N6
3350-3355  * N6
3360-3365  * N6
3370-3375  * N6
3400-3405  * N6
3450-3455  * N6
3490-3495  * N6
3500-3505  * N6
3570-3575  * N6
3600-3605  * N6
3690-3695  * N6
37           N..8
3900-3909    N..15
3910-3919    N3 N..15
3920-3929    N..15
3930-3939    N3 N..15
3940-3943    N4
3950-3955    N6
400-401      X..30
402          N17,csum
403          X..30
410-417    * N13,csum
420          X..20
421          N3 X..9
422          N3
423          N3 [N..12]
424          N3
425          N3 [N..12]
426          N3
427          X..3
4302-4306    X..70
4308         X..30
4309         N20
4312-4316    X..70
4319         X..30
4320         X..35
4321-4323    N1
4324-4325    N10
4326         N6,yymmdd
4330-4333    N6 [X1]
7001         N13
7002         X..30
7003         N6,yymmdd N4
7004         N..4
7005         X..12
7006         N6,yymmdd
7007         N6,yymmdd [N6]
7008         X..3
7009         X..10
7010         X..2
7011         N6,yymmdd [N4]
7020-7022    X..20
7023         X..30
7030-7039    N3 X..27
7040         X4
710-717      X..20
7230-7239    X..30
7240         X..20
8001         N14
8002         X..20
8003         N14,csum [X..16]
8004         X..30
8005         N6
8006         N14,csum N4
8007         X..34
8008         N8 [N..4]
8009         X..50
8010         X..30
8011         N..12
8012         X..20
8013         X..25
8017-8018    N18,csum
8019         N..10
8020         X..25
8026         N14,csum N4
8110         X..70
8111         N4
8112         X..70
8200         X..70
90           X..30
91-99        X..90
`

/** One part of a value: `N` digits or `X` characters, so many of them; `check`: what is looked at in it. */
export type Gs1Component = { kind: 'N' | 'X'; least: number; most: number; check: string }

type Gs1Entry = { ai: string; separated: boolean; components: readonly Gs1Component[] }

/** Every identifier of the dictionary by itself. */
export const gs1Dictionary: readonly Gs1Entry[] = dictionary
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [, first = '', last = first, star, rest = ''] =
      /^(\d+)(?:-(\d+))? +(\* )? *(\S.*)$/.exec(line) ?? []
    const components = rest.split(' ').map(componentOf)
    return numbersFrom(first, last).map((ai) => ({ ai, separated: star === undefined, components }))
  })

function numbersFrom(first: string, last: string): string[] {
  const count = Number(last) - Number(first) + 1
  return Array.from({ length: count }, (_, index) =>
    String(Number(first) + index).padStart(first.length, '0'),
  )
}

function componentOf(text: string): Gs1Component {
  const [, optional, kind, upTo, digits, check = ''] =
    /^(\[)?([NX])(\.\.)?(\d+)\]?(?:,(\w+))?$/.exec(text) ?? []
  if (digits === undefined) throw new Error(`no component: ${text}`)
  const most = Number(digits)
  const least = optional !== undefined ? 0 : upTo === undefined ? most : 1
  return { kind: kind === 'N' ? 'N' : 'X', least, most, check }
}
