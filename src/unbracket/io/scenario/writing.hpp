#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/scenario/scenario.hpp"

#include <string>
#include <vector>

// What the writers of all formats share: most of them hold a weight for each issue and say of each
// value which share of the best one it is worth.

namespace unbracket {

/// One profile in numbers that decimals say exactly. The utility of an outcome is the sum of
/// `weights[i] * evaluations[i][j]` over the largest evaluation of the issue; it is
/// (worth + moved) / scale of the profile, and at most 1.
struct ShareProfile {
    std::string file; // a name for it: letters, digits, `_` and `-`, distinct, not `domain`
    std::string name;
    std::string note; // how utilities and worth hang together
    std::vector<std::string> weights;
    std::vector<std::vector<std::string>> evaluations; // whole numbers
    std::string reservation;
};

/// Of all profiles. A problem for each party with patterns, which are no part of a sum, and for
/// each number that would not be read back: see scenario_decimal() and fits_in_case().
Result<std::vector<ShareProfile>> share_profiles(const Scenario& scenario,
                                                 const std::string& format);

/// One profile whose weights sum to 1 and whose values have utilities between 0 and 1, all of them
/// decimals. The utility of an outcome, the sum of weight times utility, is (worth + moved) / scale
/// of the profile.
struct UnitProfile {
    std::string file; // as ShareProfile::file
    std::string name;
    std::vector<std::string> weights;
    std::vector<std::vector<std::string>> utilities;
    std::string reservation;
    std::string note; // as ShareProfile::note
};

/// One profile in points, divided only where decimals could not say them, and then by so much that
/// a case can hold them.
struct PlainProfile {
    std::string file; // as ShareProfile::file
    std::string name;
    std::vector<std::vector<std::string>> worth;
    /// Of each pattern, in their order; none where patterns are refused.
    std::vector<std::string> pattern_worth;
    std::string constant;
    std::string reservation;
    /// Of a format that has no place for the constant: the reservation without it.
    Rational threshold;
    std::string note; // what worth was divided by; empty where it was by nothing
};

/// Whether a format has a place for patterns.
enum class Patterns { refused, written };

/// Of all profiles, with the problems of share_profiles().
Result<std::vector<PlainProfile>> plain_profiles(const Scenario& scenario,
                                                 const std::string& format,
                                                 Patterns patterns = Patterns::refused);
Result<std::vector<UnitProfile>> unit_profiles(const Scenario& scenario, const std::string& format);

/// Sentences about how the numbers of a case become those of its files: the note of each profile.
/// None where something cannot be written.
template <class Profile>
std::vector<std::string> notes_of(const Result<std::vector<Profile>>& profiles) {
    std::vector<std::string> notes;
    for (std::size_t i = 0; profiles && i < profiles.value().size(); ++i) {
        if (const Profile& profile = profiles.value()[i]; !profile.note.empty()) {
            notes.push_back("`" + profile.name + "`: " + profile.note);
        }
    }
    return notes;
}

/// Of a format without a place for the name of a scenario.
inline constexpr const char* left_out_title = "left out: title";

/// Adds a sentence for each issue whose numbers a format has no range for.
void add_ranges_as_values(const Scenario& scenario, std::vector<std::string>& changed);

/// "utility = worth in the case + (5) / (120)".
std::string utility_note(const Rational& moved, const Rational& scale);

/// Names of files for all profiles, in their order; see ShareProfile::file.
std::vector<std::string> file_names(const Scenario& scenario);

/// Says that a number, named as the start of a sentence, is too long to be written.
Diagnostic too_long(const std::string& what, const SourcePosition& at);
/// "what `alta` has without agreement".
std::string without_agreement(const ScenarioProfile& profile);

/// The least power of ten, divided by what keeps these numbers from being decimals, that is not
/// below `least`: each number divided by it is a decimal.
Rational decimal_scale(const std::vector<Rational>& numbers, const Rational& least);

} // namespace unbracket
