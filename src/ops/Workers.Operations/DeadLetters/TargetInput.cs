using Amazon.EventBridge.Model;

namespace Workers.Operations.DeadLetters;

/// <summary>Makes of an event what EventBridge would have sent to a target.</summary>
internal static class TargetInput
{
    private const string WholeEvent = "<aws.events.event.json>";

    /// <exception cref="NoRouteException">The target's input is made in a way that only EventBridge can make it.</exception>
    public static string Render(Target target, string body)
    {
        if (target.Input is not null || target.InputPath is not null || target.InputTransformer?.InputPathsMap is { Count: > 0 })
        {
            throw new NoRouteException($"target {target.Id} takes parts of the event, which only EventBridge can cut out");
        }

        if (target.InputTransformer?.InputTemplate is not { } template)
        {
            return body;
        }

        if (template.Replace(WholeEvent, "", StringComparison.Ordinal).Contains('<', StringComparison.Ordinal))
        {
            throw new NoRouteException($"the template of target {target.Id} has placeholders besides {WholeEvent}, which only EventBridge can fill");
        }

        return template.Replace(WholeEvent, body, StringComparison.Ordinal);
    }
}
