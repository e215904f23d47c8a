using System.Globalization;

namespace Workers.Benchmarks.Aws;

/// <summary>The event that every measurement consumes: an order of one line with all of its metadata, as EventBridge delivers it.</summary>
internal static class Order
{
    public static string Body(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"version":"0","id":"6f1c3b1e-0d4e-4d57-9a53-{{number:x12}}","detail-type":"Order Placed","source":"ecommerce.orders",
        "account":"000000000000","time":"2026-01-15T10:00:00Z","region":"us-east-1","resources":[],"detail":{
        "orderId":"ORD-20260115-{{number:x12}}","customerId":"CUST-001","amount":59.98,
        "items":[{"productId":"LAPTOP-001","quantity":2,"price":29.99}],"timestamp":"2026-01-15T10:00:00Z",
        "metadata":{"eventId":"01970000-0000-7000-8000-{{number:x12}}","eventVersion":"1.0",
        "correlationId":"01970000-0000-7000-9000-{{number:x12}}","causationId":"01970000-0000-7000-a000-{{number:x12}}",
        "traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"} } }
        """);
}
