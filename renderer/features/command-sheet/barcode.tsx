import { code128Bars } from './code128.ts'

/** Modules of white that a reader needs on either side. */
const quiet = 10

/** CSS pixels to a module: a whole number, so that no bar is drawn wider than its neighbour. */
const moduleWidth = 2

/** A Code 128 barcode. Its text is not repeated for screen readers. */
export function Barcode({ text, className }: { text: string; className?: string | undefined }) {
  const { bars, width } = code128Bars(text)
  const whole = width + 2 * quiet
  return (
    <svg
      className={className}
      width={whole * moduleWidth}
      height={76}
      viewBox={`0 0 ${String(whole)} 30`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <rect width="100%" height="100%" fill="var(--code-paper)" />
      {bars.map((bar) => (
        <rect key={bar.at} x={bar.at + quiet} y="0" width={bar.width} height="30" fill="var(--code-ink)" />
      ))}
    </svg>
  )
}
