/** The first-run guide. */
export const guide = {
  'menu.guide': '처음 설정 안내',
  'menu.guide.note': '언어, 스토어, 스캐너, 소리, 작업자',

  'guide.title': '처음 오셨네요 — 포장대를 준비해요',
  'guide.steps': '준비 단계',
  'guide.passed': '지나온 단계',
  'guide.progress': '{{count}}단계 중 {{at}}',
  'guide.later': '나중에 하기',
  'guide.back': '이전',
  'guide.next': '다음',
  'guide.done': '다 했어요',
  'guide.resume': '처음 설정 안내 이어서 보기',

  'guide.language': '언어',
  'guide.language.title': '어떤 말로 볼까요?',
  'guide.language.explain': '언제든 위쪽 막대나 설정에서 바꿀 수 있어요. 준비하는 동안에도 스캔은 됩니다.',
  'guide.store': '스토어',
  'guide.store.title': '어느 스토어의 주문을 포장하나요?',
  'guide.store.explain':
    '데모 스토어에는 연습용 주문이 들어 있어요. 무엇을 눌러도 실제로 발송되지 않으니, 그대로 두고 연습해도 됩니다.',
  'guide.store.demo': '— 연습용 데모 스토어예요.',
  'guide.store.shop': '— 실제 스토어예요.',
  'guide.scanner': '스캐너',
  'guide.scanner.title': '스캐너가 제대로 읽히나요?',
  'guide.scanner.explain': '화면의 점검용 바코드를 몇 개 스캔하면, 이 포장대의 스캐너에 맞춰집니다.',
  'guide.scanner.check': '스캐너 점검하기',
  'guide.sound': '소리',
  'guide.sound.title': '소리를 들어 보세요',
  'guide.sound.explain': '화면을 보지 않아도 알 수 있게 결과마다 소리가 달라요. 눌러서 듣고 크기를 맞추세요.',
  'guide.sound.speech': '결과를 말로도 읽어 주기',
  'guide.people': '작업자',
  'guide.people.title': '여럿이 쓰는 포장대인가요? (선택)',
  'guide.people.explain':
    '작업자를 등록하면 사원증이나 PIN으로 로그인하고, 누가 포장했는지 기록에 남아요. 혼자 쓰면 건너뛰어도 됩니다.',
  'guide.people.count_other': '지금 등록된 작업자 {{count}}명',
  'guide.people.open': '작업자 등록하기',
} as const
