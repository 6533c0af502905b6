import {pathToFileURL} from 'node:url'

/**
 * Imports a file that is none of ours. From here, because this is among the few files that Node itself loads (see load.ts): in those
 * that come as kept code it does not know what an `import` of anything else means.
 */
export const importFile = (file: string): Promise<Readonly<Record<string, unknown>>> => import(pathToFileURL(file).href)
