/** Scanners: what they are told apart by, and the page that checks one. */
export const scanner = {
  'scanner.recovered.inputMethod':
    '한글 입력 상태였지만 코드는 바르게 읽었어요. 한/영 키를 바꾸지 않아도 됩니다.',
  'scanner.recovered.layout': '컴퓨터의 키보드 배열이 스캐너와 다르지만 코드는 바르게 읽었어요.',
  'scanner.recovered.dismiss': '알겠어요',

  'scanner.title': '스캐너 점검',
  'scanner.explain': '아래 코드를 차례로 스캔하면, 스캐너가 어떻게 입력하는지 재서 이 포장대에 맞춥니다.',
} as const
