using System.Security.Cryptography;

namespace Workers.Console.Web;

/// <summary>The page's style and script, which are part of the program: nothing is read from a folder or from elsewhere.</summary>
internal static class PageAssets
{
    private const string Root = "/assets/";
    private static readonly Asset Style = Asset.Of("console.css", "text/css; charset=utf-8");
    private static readonly Asset Script = Asset.Of("console.js", "text/javascript; charset=utf-8");

    /// <summary>The address of the style; another one where it changes.</summary>
    public static string StyleUrl => Style.Url;

    /// <summary>The address of the script; another one where it changes.</summary>
    public static string ScriptUrl => Script.Url;

    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/favicon.ico", () => TypedResults.NoContent());   // browsers ask for it by themselves
        foreach (var asset in (Asset[])[Style, Script])
        {
            routes.MapGet($"{Root}{asset.Name}", (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return TypedResults.Bytes(asset.Bytes, asset.ContentType);
            });
        }
    }

    private sealed record Asset(string Name, string ContentType, byte[] Bytes)
    {
        public string Url { get; } = $"{Root}{Name}?{Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12]}";

        public static Asset Of(string name, string contentType)
        {
            using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return new(name, contentType, bytes.ToArray());
        }
    }
}
