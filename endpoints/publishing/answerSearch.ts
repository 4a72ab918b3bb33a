import { lookAheadAsAsked } from '@/src/domains/publishing/lookAheadAsAsked'
import { SearchInput } from '@/src/domains/publishing/search/schemas'
import { searchArticles } from '@/src/domains/publishing/search/searchArticles'
import { anyone } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `GET /api/search?q&category&tag&author&from&to&locale&page&limit&prefix`: published articles, the best first. */
export const answerSearch = defineEndpoint({
  method: 'get',
  path: '/search',
  allow: anyone,
  body: 'none',
  input: SearchInput,
  run: (req, input) => {
    // The site's own search, as words are typed, shows staff what its pages show them.
    lookAheadAsAsked(req)
    return searchArticles(req, input)
  },
})
