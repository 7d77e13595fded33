import type { IForbiddenRuleType } from 'dependency-cruiser'

/** What the rooms of the station may import of each other. */
export const stationLayers: IForbiddenRuleType[] = []
