/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_render.c -- a picture as bytes: DOT by cgraph, the rest by gvc.
 *
 * Text in SVG is measured with a table of our own, not with the fonts of the
 * machine, so that one graph gives one SVG everywhere; the layout engine that
 * does that below is put before pango's. PNG and PDF draw with real fonts and
 * need pango.
 *
 * graphviz keeps its state in globals, prints its warnings, and exits when a
 * stream cannot be written. Hence the lock, the error function, and the detour
 * through memory. Numbers are read and written as the locale has them; hence
 * the locale of the thread.
 */
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_textlayout.h>
#include <locale.h>
#include <pthread.h>

#include "write/dot.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* The first complaint of graphviz since the lock was taken; agseterrf() has no
 * place for a pointer of ours. */
static char complaint[120];

static int on_error(char *message)
{
    size_t n = strcspn(message, "\n");
    if (!*complaint && strncmp(message, "Warning", 7) != 0)
        snprintf(complaint, sizeof complaint, "%.*s", (int)(n < 100 ? n : 100),
                 message);
    return 0;
}

/* ---- Measuring text -------------------------------------------------- */

/* Bold text is so much wider; height of a line, and how far below the middle
 * its text stands, by the size of the font. */
#define BOLD         1.13
#define LINE_SPACING 1.2
#define CENTERLINE   0.1

static boolean measure(textspan_t *span, char **font_path)
{
    double size = span->font->size;
    double width = (double)cgi_dot_text_width(span->str) * size / 1000;
    (void)font_path;
    span->size.x = span->font->flags & HTML_BF ? width * BOLD : width;
    span->size.y = size * LINE_SPACING;
    span->yoffset_layout = 0;
    span->yoffset_centerline = size * CENTERLINE;
    span->layout = NULL;
    span->free_layout = NULL;
    return TRUE;
}

static gvtextlayout_engine_t estimator = {measure};
static gvplugin_installed_t estimators[] = {
    {0, "textlayout", 1000, &estimator, NULL}, {0, NULL, 0, NULL, NULL}};
static gvplugin_api_t estimator_apis[] = {{API_textlayout, estimators},
                                          {API_render, NULL}};
static char package_name[] = "claimgraph";
static gvplugin_library_t estimator_library = {package_name, estimator_apis};

/* One context for either way of measuring, made when first needed and kept:
 * pango's engine remembers a font of the last context that it worked for, and
 * looks at it again although that context may be gone (2.43). */
static GVC_t *context_for(cg_format format)
{
    static GVC_t *with_tables, *with_fonts;
    /* graphviz looks for names of this form. */
    static const lt_symlist_t ours[] = {
        {"gvplugin_claimgraph_LTX_library", &estimator_library}, {NULL, NULL}};
    if (format == CG_FORMAT_SVG) {
        if (!with_tables)
            with_tables = gvContextPlugins(ours, 1);
        return with_tables;
    }
    if (!with_fonts)
        with_fonts = gvContext();
    return with_fonts;
}

/* ---- Bytes ----------------------------------------------------------- */

/* cairo stamps a PDF with the time; the same article must give the same bytes.
 * "/CreationDate (D:20240503120000Z)" keeps its length. */
static void drop_time(char *data, size_t n)
{
    static const char mark[] = "/CreationDate (D:";
    const size_t m = sizeof mark - 1;
    for (size_t i = 0; i + m < n; i++) {
        if (data[i] != '/' || memcmp(data + i, mark, m) != 0)
            continue;
        static const char epoch[] = "19700101000000";
        for (size_t k = 0; k < sizeof epoch - 1 && i + m + k < n; k++)
            data[i + m + k] = epoch[k];
        return;
    }
}

static cg_status write_bytes(const char *data, size_t n, FILE *to,
                             cg_error *err)
{
    if (fwrite(data, 1, n, to) != n)
        return cgi_fail(err, CG_ERR_IO, 0, "cannot write the diagram");
    return CG_OK;
}

static cg_status failed(cg_error *err)
{
    return cgi_fail(err, CG_ERR_LIBRARY, 0, "graphviz: %s",
                    *complaint ? complaint : "cannot draw");
}

/* ---- Rendering ------------------------------------------------------- */

static cg_status render(GVC_t *gvc, Agraph_t *g, const cgi_picture *picture,
                        cg_format format, FILE *to, cg_error *err)
{
    const char *name = format == CG_FORMAT_SVG   ? "svg"
                       : format == CG_FORMAT_PNG ? "png:cairo"
                                                 : "pdf:cairo";
    char *data = NULL;
    unsigned int n = 0;
    if (gvRenderData(gvc, g, name, &data, &n) || !data)
        return failed(err);
    if (format == CG_FORMAT_PDF)
        drop_time(data, n);
    cg_status status = CG_OK;
    if (format == CG_FORMAT_SVG)
        cgi_dot_svg_write(picture, data, n, to);
    else
        status = write_bytes(data, n, to, err);
    gvFreeRenderData(data);
    return ferror(to) && !status
               ? cgi_fail(err, CG_ERR_IO, 0, "cannot write the diagram")
               : status;
}

static cg_status lay_out_and_render(Agraph_t *g, const cgi_picture *picture,
                                    cg_format format, FILE *to, cg_error *err)
{
    static char layout[] = "layout";
    GVC_t *gvc = context_for(format);
    if (!gvc)
        return failed(err);
    cg_status status;
    if (gvLayout(gvc, g, agget(g, layout)))
        status = failed(err);
    else
        status = render(gvc, g, picture, format, to, err);
    gvFreeLayout(gvc, g);
    return status;
}

static cg_status draw_and_render(const cgi_picture *picture, cg_format format,
                                 FILE *to, cg_error *err)
{
    cg_status status = CG_OK;
    Agraph_t *g = cgi_dot_draw(picture);
    if (!g)
        return failed(err);
    if (format != CG_FORMAT_DOT)
        status = lay_out_and_render(g, picture, format, to, err);
    else if (agwrite(g, to))
        status = cgi_fail(err, CG_ERR_IO, 0, "cannot write the diagram");
    agclose(g);
    return status;
}

cg_status cgi_dot_render(const cgi_picture *picture, cg_format format, FILE *to,
                         cg_error *err)
{
    locale_t c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!c_locale)
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    locale_t locale_before = uselocale(c_locale);
    pthread_mutex_lock(&lock);
    *complaint = '\0';
    agusererrf before = agseterrf(on_error);
    cg_status status = draw_and_render(picture, format, to, err);
    agseterrf(before);
    pthread_mutex_unlock(&lock);
    uselocale(locale_before);
    freelocale(c_locale);
    return status;
}
