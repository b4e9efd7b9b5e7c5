/* SPDX-License-Identifier: Apache-2.0
 *
 * geo.c -- positions, distances and sizes of places.
 */
#include <math.h>

#include "extract/toponym.h"

#define EARTH_KM 6371.0
#define RADIANS  0.017453292519943295

/* Sizes that compare to the logarithm of a population. */
#define COUNTRY_SIZE      9.0
#define REGION_SIZE       6.5
#define OTHER_REGION_SIZE 4.3
#define UNKNOWN_SIZE      2.5

/* "-89.64"; strtod() would follow the locale. */
static bool read_degrees(double *out, const char *text)
{
    double value = 0, unit = 1;
    bool point = false;
    if (!text)
        return false;
    for (const char *p = text + (*text == '-'); *p; p++) {
        if (*p == '.' && !point) {
            point = true;
        } else if (*p >= '0' && *p <= '9') {
            value = value * 10 + (*p - '0');
            unit *= point ? 10 : 1;
        } else {
            return false;
        }
    }
    *out = (*text == '-' ? -value : value) / unit;
    return true;
}

bool cgi_geo_position(cgi_geo *out, const cgi_gaz *gaz)
{
    return read_degrees(&out->lat, gaz->lat) &&
           read_degrees(&out->lon, gaz->lon);
}

/* The haversine formula. */
double cgi_geo_km(cgi_geo a, cgi_geo b)
{
    double up = sin((b.lat - a.lat) * RADIANS / 2);
    double side = sin((b.lon - a.lon) * RADIANS / 2);
    double h =
        up * up + cos(a.lat * RADIANS) * cos(b.lat * RADIANS) * side * side;
    return 2 * EARTH_KM * asin(sqrt(h < 1 ? h : 1));
}

double cgi_geo_size(const cgi_gaz *gaz, bool is_known)
{
    switch (gaz->kind) {
    case CGI_KIND_COUNTRY: return COUNTRY_SIZE;
    case CGI_KIND_REGION: return is_known ? REGION_SIZE : OTHER_REGION_SIZE;
    default:
        return gaz->population > 0 ? log10((double)gaz->population)
                                   : UNKNOWN_SIZE;
    }
}
