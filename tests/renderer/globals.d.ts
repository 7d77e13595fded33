/// <reference types="vite/client" />
import '../../renderer/globals.d.ts'
