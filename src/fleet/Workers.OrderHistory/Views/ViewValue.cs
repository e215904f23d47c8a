using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts.Tables;

namespace Workers.OrderHistory.Views;

/// <summary>Attribute values of a view's rows: the live projection and a rebuild write them alike.</summary>
internal static class ViewValue
{
    public static AttributeValue Of(string text) => new() { S = text };

    public static AttributeValue Of(decimal number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public static AttributeValue Of(DateTimeOffset time) => Of(SortableTime.Of(time));
}
