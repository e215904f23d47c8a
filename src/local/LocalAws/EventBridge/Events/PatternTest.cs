using System.Text.Json;
using LocalAws.EventBridge.Rules;
using LocalAws.Http;

namespace LocalAws.EventBridge.Events;

/// <summary>TestEventPattern: does this event match this pattern?</summary>
internal sealed record TestEventPatternRequest(string? EventPattern, string? Event);

/// <summary>Whether it matches.</summary>
internal sealed record TestEventPatternResponse(bool Result);

/// <summary>TestEventPattern.</summary>
internal static class PatternTest
{
    private static readonly string[] RequiredMembers = ["id", "account", "source", "time", "region", "detail-type"];

    public static TestEventPatternResponse Run(TestEventPatternRequest request, AwsRequest aws)
    {
        new Constraints()
            .Require("eventPattern", request.EventPattern)
            .Length("eventPattern", request.EventPattern, 0, 4096)
            .Require("event", request.Event)
            .Check();
        var pattern = PatternText.Parse(request.EventPattern!);
        var @event = TryParse(request.Event!) ?? throw EventBridgeErrors.Validation("Parameter Event is not valid.");
        return new TestEventPatternResponse(pattern.Matches(@event));
    }

    private static JsonElement? TryParse(string text)
    {
        try
        {
            var @event = JsonElement.Parse(text);
            var isEvent = @event.ValueKind == JsonValueKind.Object
                && !Surrogates.AreUnpaired(text, @event)
                && RequiredMembers.All(member => @event.TryGetProperty(member, out _));
            return isEvent ? @event : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
