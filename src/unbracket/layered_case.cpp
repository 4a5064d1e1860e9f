#include "unbracket/layered_case.hpp"

#include "unbracket/model/edit_later.hpp"
#include "unbracket/model/sight.hpp"

#include <utility>

namespace unbracket {

namespace {

bool sees_layers(const Node& document, const std::string& view) {
    const Result<Audience> audience = audience_named(document, view);
    return view.empty() || (audience && audience.value().kind == VisibilityKind::mediator);
}

/// Where the layers differ in what they say up to that day.
std::vector<LayerConflict> conflicts_until(std::vector<Node> layers,
                                           const std::optional<Date>& day) {
    for (Node& layer : layers) {
        if (std::optional<Node> known = day ? without_later(layer, *day) : std::nullopt) {
            layer = std::move(*known);
        }
    }
    Result<LayeredDocument> layered = lay_over(layers);
    return layered ? std::move(layered).value().conflicts : std::vector<LayerConflict>();
}

} // namespace

Result<LayeredCase> open_layered_case(const CaseRequest& request) {
    const Result<std::vector<Node>> layers =
        open_layers(request.files, request.view, request.scenario);
    if (!layers) {
        return layers.problems();
    }
    const Result<Node> document = merge_layers(layers.value());
    if (!document) {
        return told_to(request.view, document.problems());
    }
    Result<LoadedCase> loaded = open_case(document.value(), request);
    if (!loaded) {
        return loaded.problems();
    }
    const std::optional<Date> day = loaded.value().negotiation.as_of;
    return LayeredCase{std::move(loaded).value(), sees_layers(document.value(), request.view)
                                                      ? conflicts_until(layers.value(), day)
                                                      : std::vector<LayerConflict>()};
}

} // namespace unbracket
