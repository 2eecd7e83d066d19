/** Every time zone under its part of the world, with the city's name as people write it. */
export const zoneGroups = [...Map.groupBy(Intl.supportedValuesOf('timeZone'), partOf)]
  .filter(([label]) => label !== 'Etc')
  .map(([label, zones]) => ({
    label,
    options: zones.map((zone) => ({ value: zone, label: placeOf(zone) })),
  }))

function partOf(zone: string): string {
  return zone.split('/')[0] ?? zone
}

function placeOf(zone: string): string {
  const [part, ...place] = zone.replaceAll('_', ' ').split('/')
  return place.length > 0 ? place.reverse().join(', ') : (part ?? zone)
}
