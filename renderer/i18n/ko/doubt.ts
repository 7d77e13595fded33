/** What is said where the desk's data is of an earlier time than what the store has been told. */
export const doubt = {
  'doubt.title': '스토어에 보내기를 멈췄어요 — 포장 기록이 예전 것이에요',
  'doubt.reading': '포장은 계속하세요. 스토어에 연결되어 있는 동안 주문을 다시 읽어요.',
  'doubt.lead': '포장은 계속하세요. 관리자가 확인해야 다시 보냅니다.',
  'doubt.open': '무엇이 빠졌는지 보기',
  'doubt.why.older':
    '이 포장대의 기록이 마지막으로 보냈을 때보다 예전 상태예요. 그 뒤에 포장한 박스는 기록에 없지만 이미 보냈을 수 있어요.',
  'doubt.why.other':
    '이 기록은 다른 포장대나 다른 폴더의 것이에요. 여기서 무엇을 이미 보냈는지 알 수 없어요.',
  'doubt.why.missing':
    '기록 옆에 있던 확인 파일(anchor.json)이 없어졌어요. 기록이 마지막 상태인지 알 수 없어요.',
  'doubt.why.unreadable':
    '기록 옆의 확인 파일(anchor.json)을 읽을 수 없어요. 기록이 마지막 상태인지 알 수 없어요.',
  'doubt.why.restored':
    '백업을 되돌려 놓았어요. 백업한 뒤에 포장한 박스는 기록에 없지만 이미 보냈을 수 있어요.',
  'doubt.last': '기록은 {{when}}까지 있어요.',
  'doubt.noLast': '기록이 비어 있어요.',
  'doubt.missing_other': '그 뒤의 기록 {{count}}건이 없어요.',
  'doubt.missingUnknown': '그 뒤의 기록이 몇 건 없는지는 알 수 없어요.',
  'doubt.readSoFar_other':
    '스토어에서 주문을 다시 읽는 중 — 지금까지 {{count}}건. 스토어에 연결되어 있어야 해요.',
  'doubt.allRead_other': '스토어에서 다시 읽었어요 — 보내지 않은 것의 주문 {{count}}건과 목록 전체.',
  'doubt.next':
    '다시 읽은 다음, 스토어에 이미 있는 송장은 다시 보내지 않아요. 알 수 없는 것은 보내기 전에 사람에게 물어요. 관리자가 확인하면 나머지를 보냅니다.',
  'doubt.onlyAtStore_other': '스토어에만 있는 송장·발송 — 주문 {{count}}건',
  'doubt.onlyAtStore.todo':
    '이 주문은 다시 포장하기 전에, 박스가 이미 나갔는지 쇼핑몰 관리자 페이지에서 확인하세요.',
  'doubt.andMore_other': '외 {{count}}건',
  'doubt.forPerson_other': '사람이 확인해야 하는 것이 {{count}}건 있어요.',
  'doubt.openUnsent': '보내지 않은 것 보기',
  'doubt.goOn': '확인했음 — 여기서부터 다시 보내기',
  'doubt.leadFirst': '관리자가 로그인해야 해요.',
} as const
