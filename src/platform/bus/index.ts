export { Listener, type ListenerOptions } from './Listener'
