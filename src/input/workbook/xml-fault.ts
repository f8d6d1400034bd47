/** What is wrong with a part of a workbook; whoever knows file and part turns it into a Failure. */
export class XmlFault extends Error {}
