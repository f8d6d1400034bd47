declare module 'unidecode' {
  /** Transliterates any text to ASCII. */
  function unidecode(text: string): string;
  export = unidecode;
}
