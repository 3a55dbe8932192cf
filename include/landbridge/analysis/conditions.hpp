// Under which named conditions does the world stand on a day, and what do they change?
#pragma once

#include "landbridge/network/conditions.hpp"
#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/network.hpp"

#include <string_view>

namespace landbridge {

/// The conditions of that name. Throws NameError with those there are.
const Conditions& find_conditions(const Network& network, std::string_view name);

/// The first whose validity contains the day; null when none does.
const Conditions* conditions_on(const Network& network, Date date);

/// A day on which the conditions hold: `date` where they do then, else the first of July of the year in which
/// they begin, or that beginning itself where they end sooner.
Date date_within(const Conditions& conditions, Date date);

/// The model with the fields that the conditions set. Throws OptionError for a field or value that a model cannot
/// have.
CostModel under(const Conditions& conditions, CostModel model);

/// The links that the conditions close. Throws NameError for a closure that names nothing.
LinkMask closed_links(const Network& network, const Conditions& conditions);

}  // namespace landbridge
