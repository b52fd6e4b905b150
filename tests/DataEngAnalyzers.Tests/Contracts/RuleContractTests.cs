using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Contracts;

/// <summary>What every rule owes its users.</summary>
public sealed class RuleContractTests
{
    public static TheoryData<string> Ids => new(AllRules.All.Select(rule => rule.Id));

    [Fact]
    public void Ids_are_unique_and_in_order() =>
        Assert.Equal(AllRules.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), AllRules.All.Select(rule => rule.Id));

    [Fact]
    public void Every_rule_of_the_assembly_is_listed() => Assert.Equal(
        typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
        AllRules.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Ids))]
    public void The_id_is_in_the_range_of_its_area(string id)
    {
        Assert.Matches("^DEA[1-8][0-9]{3}$", id);
        Assert.Equal(RuleOf(id).GetType().Namespace, "DataEngAnalyzers.Rules." + RuleOf(id).Area);
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_rule_is_sealed_and_keeps_no_state(string id)
    {
        Assert.True(RuleOf(id).GetType().IsSealed);
        Assert.Empty(RuleOf(id).GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(field => !field.IsInitOnly && !field.IsLiteral)
            .Select(field => field.Name));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_rule_has_a_fix_or_a_reason_why_not(string id) =>
        Assert.True(FixProviders.For(id).Any() == (RuleOf(id).NoFix is null), $"{id}: a fix is {(RuleOf(id).NoFix is null ? "missing" : "there, and a reason why there is none")}");

    [Theory, MemberData(nameof(Ids))]
    public void Title_and_message_are_sentences_without_a_period(string id)
    {
        var descriptor = RuleOf(id).Descriptor;
        foreach (var text in new[] { descriptor.Title.ToString(CultureInfo.InvariantCulture), descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture) })
        {
            Assert.False(text.EndsWith('.'), text);
            Assert.DoesNotContain('\n', text);
            Assert.InRange(text.Length, 10, 140);
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_help_link_leads_to_the_page_beside_the_rule(string id)
    {
        var path = $"src/DataEngAnalyzers/Rules/{RuleOf(id).Area}/{id}.md";
        Assert.EndsWith("/" + path, RuleOf(id).Descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Repository.Root, path)), path + " is missing");
        Assert.True(File.Exists(Path.Combine(Repository.Rules, RuleOf(id).Area.ToString(), RuleOf(id).GetType().Name + ".cs")), "the rule is not beside its page");
    }

    [Theory, MemberData(nameof(Ids))]
    public void Tests_name_the_rule(string id) => Assert.Contains(
        Repository.SourcesBelow("tests", "DataEngAnalyzers.Tests", "Rules", RuleOf(id).Area.ToString()),
        path => File.ReadAllText(path).Contains($"(\"{id}\")", StringComparison.Ordinal));

    [Fact]
    public void No_rule_names_an_api_or_looks_at_syntax() => Assert.Empty(Repository.SourcesBelow("src", "DataEngAnalyzers", "Rules")
        .Where(path => Path.GetDirectoryName(path) != Repository.Rules)
        .Where(path => File.ReadAllText(path).Contains("using Microsoft.CodeAnalysis", StringComparison.Ordinal))
        .Select(Path.GetFileName));

    private static Rule RuleOf(string id) => AllRules.All.First(rule => rule.Id == id);
}
