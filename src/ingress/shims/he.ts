/**
 * Stands in for he (see [alias] in wrangler.toml): mailparser writes every address out as HTML with it, which
 * nobody reads here.
 */
export const encode = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
