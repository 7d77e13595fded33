/** What stands on the screens where a call failed. */
export const failures = {
  'failure.scan': '스캔 「{{code}}」 처리 안 됨 — 다시 스캔하세요',
  'failure.other': '요청한 작업이 처리되지 않았어요 — 다시 시도하세요',
  'failure.scanNotSaved': '저장 안 됨 — 스캔 「{{code}}」',
  'failure.notSaved': '저장 안 됨 — 방금 한 일',
  'failure.storage.diskFull': '디스크에 남은 공간이 없어요. 필요 없는 파일을 지우거나 담당자를 부르세요.',
  'failure.storage.databaseLocked':
    '다른 프로그램이 작업 기록 파일을 붙잡고 있어요. 잠시 기다리거나 담당자를 부르세요.',
  'failure.storage.databaseDamaged': '작업 기록 파일을 읽을 수 없어요. 포장을 멈추고 담당자를 부르세요.',
  'failure.storage.databaseUnwritable':
    '디스크에 쓸 수 없어요. 연결과 폴더 권한을 확인하도록 담당자를 부르세요.',
  'failure.storage.databaseLost': '작업 기록 파일이 제자리에 없어서 저장할 수 없어요.',
  'failure.thenScanAgain': '그다음 같은 것을 다시 스캔하세요. 두 번 세지 않아요.',
  'failure.thenAgain': '그다음 한 번 더 하세요. 두 번 처리되지 않아요.',
  'failure.thenLook': '다시 스캔하지 말고 위의 안내를 따르세요. 다시 시작하면 화면을 보고 이어서 하세요.',
  'failure.dismiss': '알림 닫기',
} as const
