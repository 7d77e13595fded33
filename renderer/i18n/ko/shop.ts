/** Which store the desk works with, and connecting a real one. */
export const shop = {
  'settings.section.store': '스토어',
  'guide.store.connect': '내 쇼핑몰 연결하기',

  'shop.title': '스토어 연결',
  'shop.explain': '어느 스토어의 주문을 포장할지 정해요. 스토어마다 기록을 따로 보관해서 서로 섞이지 않아요.',
  'shop.loading': '스토어를 확인하는 중',
  'shop.demo': '데모 스토어',
  'shop.shop': '쇼핑몰 {{siteCode}}',
  'shop.now.demo': '— 연습용 주문을 포장하는 중이에요.',
  'shop.now.shop': '— 실제 주문을 포장하는 중이에요.',
  'shop.restart': '다음 스토어: {{name}} — 앱을 다시 시작하면 바뀌어요. 지금 기록은 그대로 남아요.',
  'shop.restart.now': '지금 다시 시작',
  'shop.connect': '내 쇼핑몰 연결',
  'shop.connect.how':
    '쇼핑몰 주인이 아임웹 개발자센터에서 앱을 만들고, 리디렉션 URI에 아래 주소를 등록한 다음, 앱의 값을 여기에 넣으세요.',
  'shop.connect.kept':
    '값과 승인 정보는 이 컴퓨터에 암호화해서 보관하고, 아임웹 말고는 어디에도 보내지 않아요.',
  'shop.connect.start': '브라우저에서 승인하기',
  'shop.clientId': '클라이언트 ID',
  'shop.clientSecret': '클라이언트 시크릿',
  'shop.siteCode': '사이트 코드',
  'shop.siteCode.wrong': '사이트 코드는 영문자와 숫자로만 되어 있어요. 다시 확인하세요.',
  'shop.waiting':
    '브라우저에서 쇼핑몰 주인이 승인하기를 기다리고 있어요 (5분까지). 그동안 스캔은 계속해도 됩니다.',
  'shop.cancel': '그만두기',
  'shop.useDemo': '데모 스토어로 돌아가기',
  'shop.words': '스토어의 답: {{words}}',
  'shop.no.noKeyStore':
    '이 컴퓨터에는 쇼핑몰 열쇠를 안전하게 둘 곳(운영체제의 키 저장소)이 없어서 연결할 수 없어요. 키 저장소를 켜고 앱을 다시 시작하세요.',
  'shop.no.fixedStore': '앱을 시작할 때 스토어를 따로 정해 두어서, 여기서는 바꿀 수 없어요.',
  'shop.no.leadOnly': '관리자만 바꿀 수 있어요. 관리자로 로그인하세요.',
  'shop.no.busy': '이미 승인을 기다리고 있어요. 브라우저를 확인하세요.',
  'shop.no.portTaken':
    '다른 프로그램이 승인을 받을 자리(41521번 포트)를 쓰고 있어요. 그 프로그램을 끄고 다시 하세요.',
  'shop.no.noBrowser': '브라우저를 열지 못했어요. 기본 브라우저를 정하고 다시 하세요.',
  'shop.no.declined': '승인되지 않았어요. 값과 사이트 코드를 확인하고 다시 하세요.',
  'shop.no.timedOut': '5분 안에 승인되지 않아서 그만두었어요. 다시 하세요.',
  'shop.no.cancelled': '연결을 그만두었어요. 바뀐 것은 없어요.',
  'shop.no.refused': '아임웹이 이 값을 받지 않았어요. 클라이언트 ID와 시크릿을 확인하고 다시 하세요.',
  'shop.no.unreachable': '아임웹에 닿지 않았어요. 인터넷을 확인하고 다시 하세요.',
} as const
