using Xunit;
using Xunit.Abstractions;

namespace DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;

public sealed class ScriptDomJudgeTests(ITestOutputHelper output)
{
    [Fact]
    public void The_reader_agrees_with_the_parser_of_SQL_Server() => Agreement.Demand(new ScriptDomJudge(), acceptedStatements: 600, output);
}
