/** What is said where the database's file is lost while the desk runs. */
export const fileLost = {
  'fileLost.gone': '포장을 멈추세요 — 작업 기록 파일이 없어졌어요',
  'fileLost.replaced': '포장을 멈추세요 — 작업 기록 파일이 다른 파일로 바뀌었어요',
  'fileLost.torn': '포장을 멈추세요 — 작업 기록 파일의 일부가 없어졌어요',
  'fileLost.nothingTaken': '이제부터는 스캔을 저장하지 않고, 스토어에도 보내지 않아요.',
  'fileLost.copied': '지금까지 저장한 것은 모두 이 파일에 복사해 두었어요:',
  'fileLost.next':
    '담당자를 부르세요. Packdesk를 닫고, 원래 파일을 제자리에 두거나 이 복사본을 되살린 다음 다시 실행하세요.',
  'fileLost.noCopy':
    '지금까지 저장한 것을 아직 복사하지 못했어요. Packdesk를 닫지 말고 담당자를 부르세요. 디스크에 쓸 수 있는지 확인하세요. 1분마다 다시 복사해 봅니다.',
} as const
