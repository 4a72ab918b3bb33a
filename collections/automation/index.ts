import { Notifications } from './Notifications'

export const automationCollections = [Notifications]
