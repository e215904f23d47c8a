using System.Text.Json.Nodes;
using LocalAws.Tests.Http;

namespace LocalAws.Tests.Conformance.ServiceModels;

/// <summary>
/// Nothing that AWS knows is ignored in silence. A member that is acted on is read, so that a value of the wrong type is noticed; one
/// that is not acted on is refused by its name. This holds for every service that has a file of names here.
/// </summary>
public sealed class WhenAMemberIsSent : HttpSpec
{
    // Whatever a member's type is, not all of these are of it.
    private static readonly Func<JsonNode>[] Values = [() => 7, () => "x", () => new JsonArray(), () => new JsonObject()];

    public static TheoryData<string, string> Operations => Rows();

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task It_is_acted_on_or_refused_by_name(string target, string operation)
    {
        var model = ServiceModel.All.Single(model => model.Target == target);
        if (!await IsSupportedAsync(target, operation))
        {
            await AssertUnknownAsync($"{target}.{operation}");
            return;
        }

        var ignored = new List<string>();
        foreach (var path in model.Operations[operation])
        {
            if (!await IsNoticedAsync($"{target}.{operation}", path))
            {
                ignored.Add(path);
            }
        }

        Assert.Empty(ignored);
    }

    [Fact]
    public async Task Other_members_are_ignored_as_on_AWS()
    {
        using var response = await CallAsync("DynamoDB_20120810.ListTables", """{"Nonsense": 1}""");

        Assert.True(response.IsSuccessStatusCode);
    }

    private static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var model in ServiceModel.All)
        {
            foreach (var operation in model.Operations.Keys)
            {
                rows.Add(model.Target, operation);
            }
        }

        return rows;
    }

    private async Task<bool> IsNoticedAsync(string target, string path)
    {
        foreach (var value in Values)
        {
            using var response = await CallAsync(target, ServiceModel.Request(path, value()).ToJsonString());
            if (!response.IsSuccessStatusCode && IsAbout(await JsonAsync(response), path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What lies in a member that is refused is refused by that member's name.</summary>
    private static bool IsAbout(JsonNode error, string path)
    {
        var message = (string?)error["message"] ?? "";
        return ((string)error["__type"]!).EndsWith("SerializationException", StringComparison.Ordinal)
            || (message.Contains("not supported", StringComparison.Ordinal)
                && ServiceModel.NamesOf(path).Any(name => message.Contains(name, StringComparison.Ordinal)));
    }

    private async Task<bool> IsSupportedAsync(string target, string operation)
    {
        using var response = await CallAsync($"{target}.{operation}", "[]");
        return !((string)(await JsonAsync(response))["__type"]!).Contains("UnknownOperation", StringComparison.Ordinal);
    }

    private async Task AssertUnknownAsync(string target)
    {
        using var response = await CallAsync(target, "{}");

        Assert.StartsWith(
            $"LocalAws has no operation {target}. Supported: ", (string)(await JsonAsync(response))["message"]!, StringComparison.Ordinal);
    }
}
