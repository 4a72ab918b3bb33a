/** Prices for the ticker. They are made up, and say so by their source. */
export const marketQuotes = [
  { symbol: 'ACN', name: 'Acorn (the Sandpit)', price: '100.00', change24h: '0.42' },
  { symbol: 'BTC', name: 'Bitcoin', price: '64250.25', change24h: '1.18' },
  { symbol: 'ETH', name: 'Ether', price: '3120.40', change24h: '-0.64' },
  { symbol: 'SOL', name: 'Solana', price: '148.92', change24h: '2.35' },
  { symbol: 'ADA', name: 'Cardano', price: '0.4471', change24h: '-1.02' },
  { symbol: 'DOT', name: 'Polkadot', price: '6.185', change24h: '0.27' },
  { symbol: 'AVAX', name: 'Avalanche', price: '28.64', change24h: '-2.11' },
  { symbol: 'LINK', name: 'Chainlink', price: '14.73', change24h: '0.88' },
  { symbol: 'LTC', name: 'Litecoin', price: '82.05', change24h: '0.00' },
  { symbol: 'XMR', name: 'Monero', price: '161.30', change24h: '1.46' },
  { symbol: 'ATOM', name: 'Cosmos Hub', price: '7.912', change24h: '-0.35' },
  { symbol: 'USDC', name: 'USD Coin', price: '1.0001', change24h: '0.01' },
]
