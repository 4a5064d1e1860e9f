#include "unbracket/report/phrase.hpp"
#include "unbracket/report/svg.hpp"
#include "unbracket/report/timeline_text.hpp"
#include "unbracket/report/trend_text.hpp"

#include <algorithm>

// A line for each party and date: from the gain that is sure to the one that is possible, against a
// dashed line where agreement and none are worth the same. Each party has an axis of its own.

namespace unbracket {

namespace {

constexpr std::size_t row_height = 22;
constexpr std::size_t label_left = 12;
constexpr std::size_t value_left = 140;
constexpr std::size_t plot_left = 330;
constexpr std::size_t plot_width = 600;
constexpr std::size_t most_moments = 50;

class TrendDrawing {
public:
    TrendDrawing(const Timeline& timeline, std::size_t top) : timeline_(timeline), y_(top) {}

    trend::Drawing drawn() {
        for (const PartyId party : trend::parties_of(timeline_)) {
            put_party(party);
        }
        return {std::move(text_), y_};
    }

private:
    void put_party(PartyId party) {
        const std::vector<trend::Moment> moments = trend::moments_of(timeline_, party);
        const PlotAxis axis = trend::axis_of(moments);
        const std::size_t rows = std::min(moments.size(), most_moments);
        y_ += row_height;
        text_ += svg_text({label_left, y_ + 4}, SvgAnchor::start,
                          timeline_.whole.negotiation.party(party).name +
                              ": best agreement above no agreement, in its own points");
        const std::size_t zero = plot_left + axis.place(0, plot_width);
        text_ += svg_line({zero, y_ + 10}, {zero, y_ + 10 + rows * row_height}, "4 4");
        for (std::size_t i = moments.size() - rows; i < moments.size(); ++i) {
            y_ += row_height;
            put_row(moments[i], axis);
        }
        y_ += row_height;
    }

    void put_row(const trend::Moment& moment, const PlotAxis& axis) {
        const BestAgreement& best = trend::best_of(*moment.stand);
        text_ += svg_text({label_left, y_ + 4}, SvgAnchor::start,
                          moment.date ? phrase::date_text(timeline_, *moment.date) : "before");
        text_ += svg_text({value_left, y_ + 4}, SvgAnchor::start, trend::best_text(best));
        if (best.possible) {
            const std::size_t from = best.sure ? axis.place(*best.sure, plot_width) : 0;
            const std::size_t to = axis.place(*best.possible, plot_width);
            text_ += svg_line({plot_left + from, y_}, {plot_left + to, y_}, "");
            text_ += svg_line({plot_left + to, y_ - 5}, {plot_left + to, y_ + 5}, "");
        }
        if (best.sure) {
            const std::size_t from = plot_left + axis.place(*best.sure, plot_width);
            text_ += svg_line({from, y_ - 5}, {from, y_ + 5}, "");
        }
    }

    const Timeline& timeline_;
    std::size_t y_;
    std::string text_;
};

} // namespace

namespace trend {

Drawing drawing(const Timeline& timeline, std::size_t top) {
    return TrendDrawing(timeline, top).drawn();
}

} // namespace trend

} // namespace unbracket
