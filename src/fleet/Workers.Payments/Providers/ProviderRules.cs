using Microsoft.Extensions.Options;

namespace Workers.Payments.Providers;

/// <summary>What the provider in use needs; tells everything at once.</summary>
internal sealed class ProviderRules(IOptions<HttpProviderOptions> http) : IValidateOptions<PaymentsOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentsOptions options)
    {
        var errors = options.Provider == ProviderName.Http ? HttpErrors(http.Value).ToList() : [];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> HttpErrors(HttpProviderOptions options)
    {
        if (options.Url is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "" })
        {
            yield return "Workers:Payments:Http:Url must be an absolute http or https address without a query: "
                + "Workers:Payments:Provider is http.";
        }

        if (options.Token?.All(letter => letter is >= '!' and <= '~') == false)
        {
            yield return "Workers:Payments:Http:Token must be visible ASCII characters alone: no header could carry it.";
        }
    }
}
