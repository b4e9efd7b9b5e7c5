/* SPDX-License-Identifier: Apache-2.0
 *
 * cities.c -- cities of 15,000 people and more, from libgeonames.
 *
 * The library translates names by the locale, so the program must not set any.
 */
#include <geonames/geonames.h>

#include "places/gather.h"

static void add_city(cgi_gatherer *g, GeonamesCity *city)
{
    const char *state = geonames_city_get_state(city);
    uint32_t around =
        cgi_gather_find(&g->codes, geonames_city_get_country_code(city));
    if (around == CGI_NO_PLACE)
        return;
    if (state && *state)
        around = cgi_gather_region(g, around, state);
    cgi_position at = {geonames_city_get_latitude(city),
                       geonames_city_get_longitude(city)};
    cgi_gather_settlement(g, CGI_KIND_SETTLEMENT, geonames_city_get_name(city),
                          around, at, geonames_city_get_population(city));
}

void cgi_gather_cities(cgi_gatherer *g)
{
    for (gint i = 0; i < geonames_get_n_cities(); i++) {
        GeonamesCity *city = geonames_get_city(i);
        add_city(g, city);
        geonames_city_free(city);
    }
}
