/** Where the licences of the software can be read. */
export const licencesUrl = (): string => 'licences/third-party.txt';
