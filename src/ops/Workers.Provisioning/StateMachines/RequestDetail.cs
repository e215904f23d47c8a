using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Events;
using Workers.Provisioning.Schemas;

namespace Workers.Provisioning.StateMachines;

/// <summary>The detail of an event that a state puts. Its metadata carry the task token, which comes back in the answer.</summary>
internal sealed class RequestDetail
{
    // A retry and a redrive ask once more, under an id of their own; a request that is delivered twice is one.
    private const string RequestId =
        "States.Format('{}-{}-{}-{}', States.Hash($$.Execution.Id, 'SHA-256'), $$.State.Name, $$.State.RetryCount, $$.Execution.RedriveCount)";

    // An order is placed once, however often it is told.
    private const string OrderId = "States.Format('{}-{}', States.Hash($$.Execution.Id, 'SHA-256'), $$.State.Name)";

    private readonly Func<string, (string Member, JsonNode Value)> _for;

    private RequestDetail(Func<string, (string Member, JsonNode Value)> @for) => _for = @for;

    /// <summary>The order as the trigger brought it.</summary>
    public static RequestDetail OfOrder { get; } = Merged(
        "$order", $"\"fulfilment\":\"{Fulfilment.Orchestrated}\",", OrderId);

    /// <summary>The order as it was paid: one line per product, and the address where there is one.</summary>
    public static RequestDetail OfPaidOrder { get; } = Merged("$paid", "", RequestId);

    /// <summary>Whose order it is, and why it is undone.</summary>
    public static RequestDetail OfUndoing { get; } =
        Of(("orderId", "$order.orderId"), ("customerId", "$order.customerId"), ("reason", "$.failure.Cause"));

    /// <summary>Some members of the order, none of which may be missing.</summary>
    public static RequestDetail Of(params string[] members) => Of([.. members.Select(member => (member, $"$order.{member}"))]);

    /// <summary>The member of an entry of PutEvents, and its value.</summary>
    public (string Member, JsonNode Value) For(EventName name) =>
        _for(SchemaFiles.Shapes.Single(shape => shape.Name == name).Version.ToString());

    private static RequestDetail Of(params (string Member, string Path)[] members) => new(version =>
    {
        var detail = new JsonObject(members.Select(one => KeyValuePair.Create($"{one.Member}.$", (JsonNode?)one.Path)));
        detail["metadata"] = new JsonObject
        {
            ["eventId.$"] = RequestId,
            ["eventVersion"] = version,
            ["correlationId.$"] = "$correlationId",
            ["causationId.$"] = "$causationId",
            ["fulfilment.$"] = "$fulfilment",
            ["taskToken.$"] = "$$.Task.Token",
        };
        return ("Detail", detail);
    });

    // Members that may be missing cannot be named one by one: a path that leads nowhere fails the state.
    private static RequestDetail Merged(string subject, string members, string eventId) => new(version =>
    {
        var metadata =
            $$"""{"eventId":"{}","eventVersion":"{{version}}","correlationId":{},"causationId":{},"fulfilment":"{}","taskToken":"{}"}""";
        var template = $$"""\{{{members}}"metadata":\{{{metadata[1..^1]}}\}\}""";
        string[] values =
            [eventId, "States.JsonToString($correlationId)", "States.JsonToString($causationId)", "$fulfilment", "$$.Task.Token"];
        var stamp = $"States.StringToJson(States.Format('{template}', {string.Join(", ", values)}))";
        return ("Detail.$", $"States.JsonMerge({subject}, {stamp}, false)");
    });
}
