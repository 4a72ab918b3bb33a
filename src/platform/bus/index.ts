export { channels } from './channels'
export { Listener, type ListenerOptions } from './Listener'
