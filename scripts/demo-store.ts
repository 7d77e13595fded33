// The demo store as a command of its own; the app starts the same program when it embeds one.
import '../electron/demo-store/embedded.ts'
