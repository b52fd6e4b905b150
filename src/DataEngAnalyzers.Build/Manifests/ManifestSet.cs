using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Alembic;
using DataEngAnalyzers.Build.Manifests.Dbt;
using DataEngAnalyzers.Build.Manifests.Dvc;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Gx;
using DataEngAnalyzers.Build.Manifests.Jq;
using DataEngAnalyzers.Build.Manifests.Samples;

namespace DataEngAnalyzers.Build.Manifests;

/// <summary>Reads the files of all tools.</summary>
internal static class ManifestSet
{
    public static IReadOnlyList<FileFacts> Read(IEnumerable<ManifestInput> inputs)
    {
        var tools = inputs.ToLookup(input => input.Tool, StringComparer.Ordinal);
        return
        [
            .. GxProject.Read(tools[Tools.GreatExpectations].ToList()),
            .. DbtProject.Read(tools[Tools.Dbt].ToList()),
            .. DvcProject.Read(tools[Tools.Dvc].ToList()),
            .. AlembicProject.Read(tools[Tools.Alembic].ToList()),
            .. tools[Tools.Jq].Select(input => input.Read((path, text) => FilterReader.Read(path, text, input.PayloadType))),
            .. tools[Tools.Json].Select(input => input.Read((path, text) => SampleReader.Read(path, text, input.PayloadType))),
        ];
    }
}
