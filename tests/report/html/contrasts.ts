import type {Page} from 'playwright-core'

/** Texts on the page whose contrast with what is behind them is under 4.5 to 1 (WCAG 2, level AA), as the browser shows them. */
export async function contrasts(page: Page): Promise<unknown[]> {
  return (await page.evaluate(measure)) as unknown[]
}

/** Run in the browser. Colours are laid upon one another from the ground up. */
const measure = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
  const parse = (color) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const over = ([r, g, b, a], under) => [r, g, b].map((it, index) => (it * a + under[index] * (255 - a)) / 255)
  const behind = (element) => {
    const layers = []
    for (let it = element; it; it = it.parentElement) layers.push(parse(getComputedStyle(it).backgroundColor))
    return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255])
  }
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((it) => (it / 255 <= 0.04045 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const low = []
  for (const element of document.querySelectorAll('body *:not(svg *, script, style, option, optgroup)')) {
    const own = [...element.childNodes].some((it) => it.nodeType === 3 && it.data.trim() !== '')
    if (!own || element.getClientRects().length === 0) continue
    const ground = behind(element)
    const [a, b] = [luminance(over(parse(getComputedStyle(element).color), ground)), luminance(ground)]
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (ratio < 4.5) low.push([element.className, element.textContent.slice(0, 20), Math.round(ratio * 100) / 100])
  }
  return low.slice(0, 10)
})()`
