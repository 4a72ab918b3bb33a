import { Notifications } from './Notifications'
import { Subscribers } from './Subscribers'

export const automationCollections = [Notifications, Subscribers]
