import type {Reporter} from '../reporter.ts'
import {script, scriptHash, style, styleHash} from './assets.ts'
import {drawFilters, drawKeys, drawTools} from './controls.ts'
import {drawCopy} from './copy.ts'
import {drawFindings} from './findings.ts'
import {html} from './markup.ts'
import {toModel} from './model.ts'
import {drawPicture} from './picture.ts'
import {htmlTexts} from './texts.ts'
import {drawTop, titleOf} from './top.ts'

/**
 * The report for a chief editor: one page for a browser, whole by itself. It asks the network for nothing, and its policy lets nothing run
 * but our own style and script, which are constant: what comes from a page is text in it and nothing else.
 */
export const report: Reporter = (pages, options) => {
  const model = toModel(pages, options)
  const say = htmlTexts[options.language]
  const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`
  const head = html`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="copylint${options.version !== undefined && ` ${options.version}`}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${titleOf(model)} · ${say.product}</title>`
  const body = html`<a class="skip" href="#findings">${say.skip}</a>
${drawTools(model)}${drawTop(model)}<main>
<section class="pane picture" id="picture" aria-labelledby="picture-title"><div class="bar"><h2 id="picture-title">${say.picture}</h2><button type="button" id="enlarge" class="plain script" aria-pressed="false" data-on="${say.reduce}" data-off="${say.enlarge}">${say.enlarge}</button></div>${drawPicture(model)}</section>
<section class="pane findings" id="findings" tabindex="-1" aria-labelledby="findings-title"><div class="bar"><h2 id="findings-title">${say.findings}</h2>${drawFilters(model)}</div><p class="nothing" id="none" hidden>${say.noneShown}</p>${drawFindings(model)}</section>
<section class="pane copy" id="copy" aria-labelledby="copy-title"><div class="bar"><h2 id="copy-title">${say.text}</h2></div>${drawCopy(model)}</section>
</main>
<footer>${say.foot} copylint ${options.version}</footer>
${drawKeys(model)}<div id="tip" class="script" role="presentation" hidden></div>`
  return `<!doctype html>
<html lang="${say.lang}">
<head>
${head.markup}
<style>${style}</style>
</head>
<body>
${body.markup}
<script>${script}</script>
</body>
</html>
`
}
