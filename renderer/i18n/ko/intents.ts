/**
 * What the store is told, a kind at a time: its name, how long ago it was given, and what leaving it to a person or giving
 * it up means. Then what each write to the store does.
 */
export const intents = {
  'intent.dispatch': '박스 알리기',
  'intent.dispatch.given': '포장 {{ago}}',
  'intent.dispatch.handedOver':
    '앱은 이 박스를 더 보내지 않습니다. 넘겨받은 사람이 스토어에서 직접 송장을 등록하고 발송 처리합니다.',
  'intent.dispatch.discarded':
    '앱은 이 박스를 스토어에 알리지 않습니다. 상품을 꺼내 선반에 되돌려 놓고, 송장은 쓰지 마세요.',

  'intent.handOver': '택배사 인계 알리기',
  'intent.handOver.given': '실음 {{ago}}',
  'intent.handOver.handedOver':
    '앱은 이 박스가 나갔다고 더 알리지 않습니다. 넘겨받은 사람이 스토어에서 직접 배송중으로 바꿉니다.',
  'intent.handOver.discarded':
    '앱은 이 박스가 나갔다고 알리지 않습니다. 박스를 카트에서 내려 두고, 다시 실을 때 송장을 스캔하세요.',

  'intent.correctWaybill': '고친 송장 알리기',
  'intent.correctWaybill.given': '고침 {{ago}}',
  'intent.correctWaybill.handedOver':
    '앱은 고친 송장을 더 알리지 않습니다. 넘겨받은 사람이 스토어에서 직접 송장번호를 고칩니다.',
  'intent.correctWaybill.discarded':
    '앱은 고친 송장을 알리지 않고, 송장은 고치기 전으로 돌아갑니다. 박스에 그 송장이 붙어 있는지 확인하세요.',

  'intent.other': '스토어에 알리기',

  'write.prepare': '박스 몫을 나눠 배송대기로 바꾸기',
  'write.register': '송장번호 등록하기',
  'write.ship': '배송중으로 바꾸기',
  'write.changeInvoice': '송장번호 바꾸기',
  'write.removeInvoice': '송장번호 떼기',
} as const
