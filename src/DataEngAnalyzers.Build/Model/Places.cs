using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Model;

/// <summary>Places as the reports show them.</summary>
internal static class Places
{
    public static Place? Of(SarifPlace? place, RunContext context) =>
        place is null ? null : new Place(place.File, place.Line, place.Column, SourceLinks.To(place, context));

    public static IReadOnlyList<Place> Of(IEnumerable<SarifPlace> places, RunContext context) =>
        places.Select(place => Of(place, context)!).ToList();
}
