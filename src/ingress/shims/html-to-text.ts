/**
 * Stands in for html-to-text (see [alias] in wrangler.toml): mailparser is always called with skipHtmlToText, so
 * its HTML parser and entity tables would only be carried about.
 */
export const htmlToText = (): never => {
  throw new Error('html-to-text is not in the bundle: call mailparser with skipHtmlToText')
}
