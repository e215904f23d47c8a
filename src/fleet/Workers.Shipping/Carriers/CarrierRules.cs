using Microsoft.Extensions.Options;

namespace Workers.Shipping.Carriers;

/// <summary>What the carrier in use needs; tells everything at once.</summary>
internal sealed class CarrierRules(IOptions<HttpCarrierOptions> http) : IValidateOptions<ShippingOptions>
{
    public ValidateOptionsResult Validate(string? name, ShippingOptions options)
    {
        var errors = options.Carrier == CarrierName.Http ? HttpErrors(http.Value).ToList() : [];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> HttpErrors(HttpCarrierOptions options)
    {
        if (options.Url is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "" })
        {
            yield return "Workers:Shipping:Http:Url must be an absolute http or https address without a query: "
                + "Workers:Shipping:Carrier is http.";
        }

        if (options.Token?.All(letter => letter is >= '!' and <= '~') == false)
        {
            yield return "Workers:Shipping:Http:Token must be visible ASCII characters alone: no header could carry it.";
        }
    }
}
