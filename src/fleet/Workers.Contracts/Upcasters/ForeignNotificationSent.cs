using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>Messages to people that others have sent. They are counted by their channel; what they say stays where it is.</summary>
internal static class ForeignNotificationSent
{
    // Its producer has no templates, or does not say which.
    private const string NoTemplate = "none";

    /// <summary>In snake_case, from <see cref="EventSources.ForeignNotifications"/>.</summary>
    public static JsonObject OfSnakeCase(JsonObject detail) => ToNotificationSent(new(detail), "notification_id", "template_id", "order_id");

    /// <summary>In camelCase, from any source.</summary>
    public static JsonObject OfCamelCase(JsonObject detail) => ToNotificationSent(new(detail), "notificationId", "templateId", "orderId");

    private static JsonObject ToNotificationSent(ForeignObject sent, string id, string template, string order) => new()
    {
        ["notificationId"] = sent.Text(id),
        ["channel"] = sent.Text("channel"),
        ["recipient"] = sent.Optional("recipient") ?? "",
        ["template"] = sent.Optional(template) ?? NoTemplate,
        ["orderId"] = sent.Optional(order),
        ["metadata"] = sent.Optional("metadata"),
    };
}
