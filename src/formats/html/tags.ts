/** What the elements of HTML are to the copy. */

/** Elements that begin and end a line. */
export const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' '
  )
)

/** Elements that only mark words. */
export const inlines: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big br cite data dfn em font i ins label mark nobr o:p q rb ruby small span strong sub sup time tt u wbr'.split(
    ' '
  )
)

/** Nothing of them is printed, and nothing shows that they are there. */
export const unseen: ReadonlySet<string> = new Set(
  'area base basefont bgsound datalist del head link meta noembed noframes noscript param rp rt rtc s script source strike style template title track'.split(
    ' '
  )
)

/** They stand among the words, and their own words are no copy. */
export const objects: ReadonlySet<string> = new Set(
  'applet audio button canvas code embed iframe img input kbd map math meter object option optgroup picture progress samp select svg textarea video'.split(
    ' '
  )
)

/** Blocks whose words are no copy. */
export const silent: ReadonlySet<string> = new Set('listing nav plaintext pre search xmp'.split(' '))

/** Elements without content. */
export const voids: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' ')
)

/** Elements whose end may be left out: they do not nest by that. */
export const implied: ReadonlySet<string> = new Set(
  'a body button caption col colgroup dd dt head html li nobr option optgroup p rb rp rt rtc tbody td tfoot th thead tr'.split(
    ' '
  )
)
