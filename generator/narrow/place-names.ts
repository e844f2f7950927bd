const areas = '(?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)';
const directions = '(?:central|north|south|northeast|northwest|southeast|southwest|east|west)';

/** The regions as AWS writes them and as names do that take no hyphens, zones among them: `eu-west-1`, `us_east_1a`. */
export const regionName = ['-', '_']
  .map(
    (separator) =>
      `${areas}(?:${separator}[a-z]{2,4})?${separator}${directions}${separator}\\d[a-z]?`,
  )
  .join('|');

/**
 * The short codes that names use for regions: `euw1`, `apse2`, `useast1`. Each is the region's area, where in it, in words
 * or initials, and its number.
 */
export const regionCode = `${areas}g?(?:${directions}|[ns][ew]|[cnsew])\\d`;

/** Regions in any of these forms, and accounts: what wildcards never reach across. */
export const placeName = `${regionName}|${regionCode}|\\d{12}`;
