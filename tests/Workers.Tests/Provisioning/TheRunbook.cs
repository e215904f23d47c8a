using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workers.Contracts;
using Workers.Provisioning.CloudFormation;

namespace Workers.Tests.Provisioning;

/// <summary>Holds the alarms of the template and the sections of the runbook together, for whoever is woken by one.</summary>
public sealed partial class TheRunbook
{
    private static readonly ILookup<string, string> Sections = File.ReadLines(Approved.PathOf("docs", "runbook.md"))
        .Select(line => Heading().Match(line))
        .Where(heading => heading.Success)
        .ToLookup(heading => heading.Groups["alarm"].Value, heading => heading.Groups["says"].Value);

    private static readonly ILookup<string, string> Alarms = Template.Build()["Resources"]!.AsObject()
        .Select(resource => resource.Value!)
        .Where(resource => (string?)resource["Type"] == "AWS::CloudWatch::Alarm")
        .Select(alarm => alarm["Properties"]!)
        .ToLookup(SectionOf, alarm => (string)alarm["AlarmDescription"]!);

    [Fact]
    public void Each_alarm_has_one_section_and_each_section_an_alarm()
    {
        Assert.Equal(Alarms.Select(alarms => alarms.Key).Order(), Sections.Select(section => section.Key).Order());
        Assert.All(Sections, section => Assert.Single(section));
    }

    [Fact]
    public void A_section_states_the_numbers_that_the_alarm_does() =>
        Assert.All(Alarms, alarms => Assert.All(alarms, description =>
            Assert.Equal(Numbers(description), Numbers(Sections[alarms.Key].Single()))));

    /// <summary>The alarms of the three queues share their sections.</summary>
    private static string SectionOf(JsonNode alarm)
    {
        var name = ((string)alarm["AlarmName"]!["Fn::Sub"]!)["${Prefix}".Length..];
        foreach (var queue in Topology.Queues.Where(queue => queue.Redrive is not null))
        {
            name = name.Replace(queue.Name, "{queue}", StringComparison.Ordinal)
                .Replace(queue.Redrive!.DeadLetterQueue, "{dlq}", StringComparison.Ordinal);
        }

        return name;
    }

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(number => number.Value);

    [GeneratedRegex("^## `(?<alarm>[^`]+)`: (?<says>.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
