import { acknowledgements } from './acknowledge'
import { precache } from './precache'
import { pushes } from './push'
import { taps } from './taps'
import { thumbnails } from './thumbnails'
import { updates } from './updates'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

precache(self.__WB_MANIFEST)
thumbnails(self)
pushes(self)
acknowledgements(self)
taps(self)
updates(self)
