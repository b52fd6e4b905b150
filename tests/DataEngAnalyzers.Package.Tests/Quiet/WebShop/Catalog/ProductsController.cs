using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WebShop.Data;

namespace WebShop.Catalog;

[ApiController]
[Route("products")]
public sealed class ProductsController(ShopContext context) : ControllerBase
{
    [HttpGet]
    public async Task<IEnumerable<Product>> ListAsync() =>
        await context.Products.AsNoTracking().OrderBy(product => product.Name).ToListAsync();

    [HttpGet("{id:int}")]
    public async Task<ActionResult<Product>> GetAsync(int id) =>
        await context.Products.FindAsync(id) is { } product ? product : NotFound();

    [HttpPost]
    public async Task<ActionResult<Product>> CreateAsync(Product product)
    {
        context.Products.Add(product);
        await context.SaveChangesAsync();
        return Created($"/products/{product.Id}", product);
    }

    [HttpPost("batch")]
    public async Task<ActionResult> CreateManyAsync(List<Product> products)
    {
        context.Products.AddRange(products);
        await context.SaveChangesAsync();
        return NoContent();
    }

    [HttpPut("{id:int}")]
    public async Task<ActionResult> UpdateAsync(int id, Product changed)
    {
        var product = await context.Products.FindAsync(id);
        if (product is null)
            return NotFound();

        product.Name = changed.Name;
        product.Price = changed.Price;
        product.Stock = changed.Stock;
        try
        {
            await context.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Conflict();
        }

        return NoContent();
    }

    [HttpPost("{id:int}/picture")]
    public async Task<ActionResult> UploadPictureAsync(int id, IFormFile file)
    {
        var product = await context.Products.FindAsync(id);
        if (product is null)
            return NotFound();

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        product.Picture = memory.ToArray();
        await context.SaveChangesAsync();
        return NoContent();
    }

    [HttpDelete("{id:int}")]
    public async Task<ActionResult> DeleteAsync(int id)
    {
        var deleted = await context.Products.Where(product => product.Id == id).ExecuteDeleteAsync();
        return deleted == 0 ? NotFound() : NoContent();
    }
}
