export {}

declare global {
  /** In the main process: the codes that came through the window's channel, in order. */
  var scansRead: string[]
}
