using System.Text.Json.Nodes;
using System.Xml.Linq;
using LocalAws.Sqs.Wire;
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

    public static TheoryData<string> OperationsOnQueues => [.. Queues.Operations.Keys];

    private static ServiceModel Queues => ServiceModel.All.Single(model => model.Target == "AmazonSQS");

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task It_is_acted_on_or_refused_by_name(string target, string operation)
    {
        await AssertNoticedAsync(ServiceModel.All.Single(model => model.Target == target), operation);
    }

    [Theory]
    [MemberData(nameof(OperationsOnQueues))]
    public async Task A_form_is_no_way_around_it(string operation) => await AssertNoticedAsync(Queues.InForms("2012-11-05"), operation);

    [Fact]
    public async Task Other_members_are_ignored_as_on_AWS()
    {
        using var response = await CallAsync("DynamoDB_20120810.ListTables", """{"Nonsense": 1}""");

        Assert.True(response.IsSuccessStatusCode);
    }

    private async Task AssertNoticedAsync(ServiceModel model, string operation)
    {
        if (!await IsSupportedAsync(model, operation))
        {
            await AssertUnknownAsync(model, operation);
            return;
        }

        var ignored = new List<string>();
        foreach (var path in model.Operations[operation])
        {
            if (!await IsNoticedAsync(model, operation, path))
            {
                ignored.Add(path);
            }
        }

        Assert.Empty(ignored);
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

    private async Task<bool> IsNoticedAsync(ServiceModel model, string operation, string path)
    {
        foreach (var value in Values)
        {
            if (await RefusalAsync(model, operation, ServiceModel.Request(path, value())) is { } refusal && IsAbout(refusal, path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What lies in a member that is refused is refused by that member's name.</summary>
    private static bool IsAbout(Refusal refusal, string path) =>
        refusal.Code.EndsWith("SerializationException", StringComparison.Ordinal)
            || (refusal.Message.Contains("not supported", StringComparison.Ordinal)
                && ServiceModel.NamesOf(path).Any(name => refusal.Message.Contains(name, StringComparison.Ordinal)));

    private async Task<bool> IsSupportedAsync(ServiceModel model, string operation) =>
        await RefusalAsync(model, operation, new JsonArray())
            is not { Code: "InvalidAction" or "com.amazon.coral.service#UnknownOperationException" };

    private async Task AssertUnknownAsync(ServiceModel model, string operation) => Assert.StartsWith(
        $"LocalAws has no operation {model.Target}.{operation}. Supported: ",
        (await RefusalAsync(model, operation, new JsonObject()))!.Message,
        StringComparison.Ordinal);

    private async Task<Refusal?> RefusalAsync(ServiceModel model, string operation, JsonNode request)
    {
        if (model.QueryVersion is not null)
        {
            return await QueryRefusalAsync(model, operation, request);
        }

        using var response = await CallAsync($"{model.Target}.{operation}", request.ToJsonString());
        var error = response.IsSuccessStatusCode ? null : await JsonAsync(response);
        return error is null ? null : new Refusal((string)error["__type"]!, (string?)error["message"] ?? "");
    }

    private async Task<Refusal?> QueryRefusalAsync(ServiceModel model, string operation, JsonNode request)
    {
        using var form = new FormUrlEncodedContent(
            FormFields.Of(request)
                .Select(field => KeyValuePair.Create(model.Target == "AmazonSQS" ? Flat(operation, field.Key) : field.Key, field.Value))
                .Prepend(new("Version", model.QueryVersion!))
                .Prepend(new("Action", operation)));
        using var response = await PostAsync("/", form);
        if (response.IsSuccessStatusCode)
        {
            return null;
        }

        var error = XElement.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        return new Refusal(Text("Code"), Text("Message"));

        string Text(string name) => error.Descendants().Single(element => element.Name.LocalName == name).Value;
    }

    // As SQS writes it: Attributes.entry.1.value is Attribute.1.Value.
    private static string Flat(string operation, string field) => SqsQuery.Flattened(operation).Aggregate(field, (name, flat) => name
        .Replace($"{flat.Member}.member.", $"{flat.Element}.", StringComparison.Ordinal)
        .Replace($"{flat.Member}.entry.1.key", $"{flat.Element}.1.{flat.Key}", StringComparison.Ordinal)
        .Replace($"{flat.Member}.entry.1.value", $"{flat.Element}.1.Value", StringComparison.Ordinal));

    private sealed record Refusal(string Code, string Message);
}
