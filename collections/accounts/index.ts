import { Profiles } from './Profiles'
import { Users } from './Users'

export const accountsCollections = [Users, Profiles]
