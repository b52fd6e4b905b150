namespace DataEngAnalyzers.Assessment;

/// <summary>What a dataset is called everywhere, by the naming rules of OpenLineage. Two names that are equal are one dataset.</summary>
/// <param name="Kind"><c>table</c>, <c>file</c>, <c>blob</c>, <c>topic</c>, <c>collection</c>, <c>http</c> or <c>queue</c>.</param>
/// <param name="Namespace">The store; a part that is not known when the code is compiled is a placeholder in braces.</param>
/// <param name="Name">The name in its store, with holes as <c>{expression}</c>.</param>
internal readonly record struct DatasetName(string Kind, string Namespace, string Name)
{
    public void WriteTo(JsonText json)
    {
        json.Property("kind", Kind);
        json.Property("namespace", Namespace);
        json.Property("name", Name);
    }
}
